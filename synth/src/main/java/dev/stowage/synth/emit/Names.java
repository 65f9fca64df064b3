package dev.stowage.synth.emit;

import java.util.Locale;

/** Logical ids: the name of a thing in PascalCase and what the resource is to it, so that position in a program plays no part. */
public final class Names {

    private Names() {}

    /** The letters and digits of a name, each word with a capital: {@code order-worker} is {@code OrderWorker}. */
    public static String pascal(String name) {
        var id = new StringBuilder(name.length());
        var startsWord = true;
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            if (isPlain(letter)) {
                id.append(startsWord ? upper(letter) : letter);
                startsWord = false;
            } else {
                startsWord = true;
            }
        }
        return id.toString();
    }

    /** Whether a name consists of letters and digits, one at least: what CloudFormation takes for a parameter or output. */
    static boolean isPlain(String name) {
        return !name.isEmpty() && pascal(name).length() == name.length();
    }

    /** Whether CloudFormation takes this name for a stack. */
    static boolean isStackName(String name) {
        if (name.isEmpty() || name.length() > 128 || !isBetween(upper(name.charAt(0)), 'A', 'Z')) {
            return false;
        }
        for (var i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i)) && name.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /** Eight hexadecimal digits that tell texts apart; the same on every JVM. */
    public static String fingerprint(String text) {
        var digits = Integer.toHexString(hash(text));
        return "00000000".substring(digits.length()).concat(digits).toUpperCase(Locale.ROOT);
    }

    /** FNV-1a with a final mix, over UTF-16 units: spreads similar texts evenly, which {@code String.hashCode} does not. */
    static int hash(String text) {
        var hash = 0x811c9dc5;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        return hash ^ hash >>> 13;
    }

    private static boolean isPlain(char letter) {
        return isBetween(letter, '0', '9') || isBetween(letter, 'A', 'Z') || isBetween(letter, 'a', 'z');
    }

    private static boolean isBetween(char letter, char first, char last) {
        return letter >= first && letter <= last;
    }

    private static char upper(char letter) {
        return isBetween(letter, 'a', 'z') ? (char) (letter - 32) : letter;
    }
}

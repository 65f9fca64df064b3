package dev.stowage.schema.semantics;

/**
 * The name of a container image: a registry where one is said, a path in small letters, and a tag or a digest. The grammar is
 * that of the reference of the OCI distribution specification, as Docker reads it.
 */
public final class ImageName {

    private static final int LONGEST_TAG = 128;
    private static final String DIGEST = "sha256:";
    private static final int DIGITS = 64;
    private static final String PRIVATE = ".dkr.ecr.";
    private static final int ACCOUNT = 12;

    private ImageName() {}

    /** What is wrong with a name, as a clause about it; empty where nothing is. */
    public static String fault(String name) {
        if (name.isBlank()) {
            return "it is empty";
        }
        if (name.contains("://")) {
            return "it begins with a scheme, and registries are named without one";
        }
        if (name.contains(PRIVATE) && !isAccount(name.substring(0, name.indexOf(PRIVATE)))) {
            return "a registry of ECR begins with an account of 12 digits";
        }
        var at = name.indexOf('@');
        if (at >= 0 && !isDigest(name.substring(at + 1))) {
            return "behind the @ stands no digest, which is sha256: and 64 hexadecimal digits";
        }
        var tagged = at < 0 ? name : name.substring(0, at);
        var colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        if (colon >= 0 && !isTag(tagged.substring(colon + 1))) {
            return "behind the colon stands no tag, which is letters, digits, `_`, `.` and `-`, " + LONGEST_TAG
                    + " at most";
        }
        return path(colon < 0 ? tagged : tagged.substring(0, colon));
    }

    private static String path(String path) {
        var begin = 0;
        for (var end = path.indexOf('/'); end >= 0; end = path.indexOf('/', begin)) {
            var part = path.substring(begin, end);
            if (!isPart(part) && !(begin == 0 && isHost(part))) {
                return part(part);
            }
            begin = end + 1;
        }
        var last = path.substring(begin);
        return isPart(last) ? "" : part(last);
    }

    private static String part(String part) {
        if (part.isEmpty()) {
            return "a part of its path is empty";
        }
        return "`" + part
                + "` is no part of a path, which is small letters and digits, with `.`, `_` and `-` between them";
    }

    private static boolean isPart(String part) {
        for (var i = 0; i < part.length(); i++) {
            var c = part.charAt(i);
            var isInner = i > 0 && i < part.length() - 1 && (c == '.' || c == '_' || c == '-');
            if (!isSmall(c) && !isInner) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    /** A host has a dot or a port, or is this machine; letters of a host may be large. */
    private static boolean isHost(String part) {
        var colon = part.indexOf(':');
        var host = colon < 0 ? part : part.substring(0, colon);
        for (var i = 0; i < host.length(); i++) {
            var c = host.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '-') {
                return false;
            }
        }
        return !host.isEmpty() && (colon < 0 ? host.indexOf('.') > 0 : isNumber(part.substring(colon + 1)));
    }

    private static boolean isAccount(String text) {
        return text.length() == ACCOUNT && isNumber(text);
    }

    private static boolean isNumber(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isTag(String tag) {
        for (var i = 0; i < tag.length(); i++) {
            var c = tag.charAt(i);
            if (!isLetterOrDigit(c) && c != '_' && (i == 0 || c != '.' && c != '-')) {
                return false;
            }
        }
        return !tag.isEmpty() && tag.length() <= LONGEST_TAG;
    }

    private static boolean isDigest(String digest) {
        if (!digest.startsWith(DIGEST) || digest.length() != DIGEST.length() + DIGITS) {
            return false;
        }
        for (var i = DIGEST.length(); i < digest.length(); i++) {
            if (Character.digit(digest.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return isSmall(c) || c >= 'A' && c <= 'Z';
    }
}

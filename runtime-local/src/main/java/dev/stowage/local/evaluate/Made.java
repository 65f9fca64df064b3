package dev.stowage.local.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that AWS would make up: here they follow from what they are for, so that each run has the same ones. */
final class Made {

    /** How long a generated secret is: what Secrets Manager takes where nothing is said. */
    static final int PASSWORD = 32;

    private static final int ID = 17;

    private Made() {}

    /** An id such as {@code vpc-0a1b2c3d4e5f60718}. */
    static String id(String prefix, String of) {
        return prefix + "-" + hex(of, ID);
    }

    /** So many hexadecimal digits, 64 at most. */
    static String hex(String of, int digits) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}

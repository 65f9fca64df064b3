package dev.stowage.local.traffic;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Makes keys and certificates (X.509, version 3; RFC 5280). */
final class Certificates {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SIGNED_BY_ECDSA = "1.2.840.10045.4.3.2";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String OTHER_NAMES = "2.5.29.17";
    private static final String CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String PURPOSE = "2.5.29.37";
    private static final String SERVERS = "1.3.6.1.5.5.7.3.1";

    private static final byte[] SIGNS_CERTIFICATES = {0x06};
    private static final byte[] SIGNS = {(byte) 0x80};

    private static final Duration AUTHORITY = Duration.ofDays(3650);

    /** Some clients take no certificate that is good for longer than 398 days. */
    private static final Duration SERVER = Duration.ofDays(397);

    private Certificates() {}

    static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** The certificate of an authority that vouches for itself. */
    static byte[] authority(String name, KeyPair keys, Instant now) throws GeneralSecurityException {
        var extensions = Der.sequence(
                extension(CONSTRAINTS, true, Der.sequence(Der.flag(true))),
                extension(KEY_USAGE, true, Der.bits(1, SIGNS_CERTIFICATES)),
                extension(SUBJECT_KEY, false, Der.octets(digest(keys.getPublic()))));
        return signed(name, name, keys.getPublic(), extensions, AUTHORITY, now, keys.getPrivate());
    }

    /** The certificate of a server with these host names and addresses. */
    static byte[] server(List<String> hosts, PublicKey key, String authority, KeyPair signer, Instant now)
            throws GeneralSecurityException {
        var names = new ArrayList<byte[]>();
        for (var host : hosts) {
            names.add(name(host));
        }
        var extensions = Der.sequence(
                extension(CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, Der.bits(7, SIGNS)),
                extension(PURPOSE, false, Der.sequence(Der.object(SERVERS))),
                extension(OTHER_NAMES, false, Der.sequence(names.toArray(new byte[0][]))),
                extension(AUTHORITY_KEY, false, Der.sequence(Der.tagged(0x80, digest(signer.getPublic())))));
        return signed(hosts.get(0), authority, key, extensions, SERVER, now, signer.getPrivate());
    }

    private static byte[] name(String host) {
        var isAddress = host.indexOf(':') >= 0 || !host.isEmpty() && Character.isDigit(host.charAt(host.length() - 1));
        try {
            return isAddress
                    ? Der.tagged(0x87, InetAddress.getByName(host).getAddress())
                    : Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
        } catch (UnknownHostException e) {
            return Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] signed(
            String subject,
            String issuer,
            PublicKey key,
            byte[] extensions,
            Duration life,
            Instant now,
            PrivateKey signer)
            throws GeneralSecurityException {
        var algorithm = Der.sequence(Der.object(SIGNED_BY_ECDSA));
        var start = now.minus(Duration.ofDays(1));
        var content = Der.sequence(
                Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).setBit(119)),
                algorithm,
                distinguished(issuer),
                Der.sequence(Der.time(start), Der.time(start.plus(life))),
                distinguished(subject),
                key.getEncoded(),
                Der.tagged(0xA3, extensions));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(content);
        return Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
    }

    private static byte[] distinguished(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.object(COMMON_NAME), Der.text(name))));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.object(id), Der.flag(true), Der.octets(value))
                : Der.sequence(Der.object(id), Der.octets(value));
    }

    /** By which a key is known: any digest of it does (RFC 5280, section 4.2.1.2). */
    private static byte[] digest(PublicKey key) throws GeneralSecurityException {
        var whole = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return java.util.Arrays.copyOf(whole, 20);
    }

    /** In the text form of RFC 7468. */
    static String pem(String label, byte[] content) {
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + encoded + "\n-----END " + label + "-----\n";
    }

    /** What stands between the lines of a text of RFC 7468. */
    static byte[] content(String pem) {
        var text = new StringBuilder();
        for (var line : pem.split("\n", -1)) {
            text.append(line.startsWith("-----") ? "" : line.trim());
        }
        return Base64.getDecoder().decode(text.toString());
    }
}

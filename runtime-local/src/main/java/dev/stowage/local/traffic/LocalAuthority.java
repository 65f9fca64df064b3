package dev.stowage.local.traffic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The authority that vouches for the certificates of local listeners. Where it has a folder, it is made once and kept there:
 * {@code ca.pem}, which whoever calls the listeners may trust, and {@code ca-key.pem}, which only its owner may read.
 */
public final class LocalAuthority {

    private static final String NAME = "Stowage local authority";
    private static final String FILE = "ca.pem";
    private static final String KEY = "ca-key.pem";

    private final KeyPair keys;
    private final byte[] certificate;

    private LocalAuthority(KeyPair keys, byte[] certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** The file by which to trust the listeners of a run that keeps its things there. */
    public static Path trust(Path folder) {
        return folder.resolve(FILE);
    }

    /** The authority of a run, new where it has no folder or nothing in it yet. */
    static LocalAuthority of(Optional<Path> folder, Instant now) throws IOException, GeneralSecurityException {
        if (folder.isPresent() && Files.exists(folder.get().resolve(KEY)) && Files.exists(trust(folder.get()))) {
            return kept(folder.get());
        }
        var keys = Certificates.keys();
        var authority = new LocalAuthority(keys, Certificates.authority(NAME, keys, now));
        if (folder.isPresent()) {
            authority.keep(folder.get());
        }
        return authority;
    }

    private static LocalAuthority kept(Path folder) throws IOException, GeneralSecurityException {
        var secret = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Certificates.content(Files.readString(folder.resolve(KEY)))));
        var certificate = Certificates.content(Files.readString(trust(folder)));
        var open = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate))
                .getPublicKey();
        return new LocalAuthority(new KeyPair(open, secret), certificate);
    }

    private void keep(Path folder) throws IOException {
        var key = folder.resolve(KEY);
        Files.deleteIfExists(key);
        // Made with its permissions: at no moment may others read it.
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                Certificates.pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
                StandardCharsets.US_ASCII,
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(trust(folder), pem(), StandardCharsets.US_ASCII);
    }

    /** Its certificate, as text. */
    String pem() {
        return Certificates.pem("CERTIFICATE", certificate);
    }

    /**
     * What a listener shows: one certificate for this machine and for all names that callers may ask for, so that it fits
     * whichever of them they do.
     *
     * @param addresses addresses of this machine
     */
    PemKeyCertOptions options(List<String> names, List<String> addresses, Instant now) throws GeneralSecurityException {
        var hosts = new LinkedHashSet<>(List.of("localhost"));
        hosts.addAll(addresses);
        hosts.addAll(names);
        var own = Certificates.keys();
        var server = Certificates.server(List.copyOf(hosts), own.getPublic(), NAME, keys, now);
        return new PemKeyCertOptions()
                .addKeyValue(Buffer.buffer(
                        Certificates.pem("PRIVATE KEY", own.getPrivate().getEncoded())))
                .addCertValue(Buffer.buffer(Certificates.pem("CERTIFICATE", server) + pem()));
    }
}

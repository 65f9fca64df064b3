package dev.stowage.local.traffic;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The authority that vouches for the certificates of local listeners. Where it has a folder, it is made once and kept there:
 * {@code ca.pem}, which whoever calls the listeners may trust, and {@code authority.pem}, its key and its certificate, which
 * only its owner may read. Several processes may ask for it at once.
 */
public final class LocalAuthority {

    private static final String NAME = "Stowage local authority";
    private static final String FILE = "ca.pem";
    private static final String SECRET = "authority.pem";
    private static final String LOCK = "lock";
    private static final String KEY_LABEL = "PRIVATE KEY";
    private static final String CERTIFICATE_LABEL = "CERTIFICATE";

    /** So long before its end an authority is made anew, so that no certificate outlives it. */
    private static final Duration REST = Duration.ofDays(400);

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    /** Threads of one process may not ask for the same lock of a file. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final KeyPair keys;
    private final byte[] certificate;

    private LocalAuthority(KeyPair keys, byte[] certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** The file by which to trust the listeners of traffic that keeps its authority in that folder. */
    public static Path trust(Path folder) {
        return folder.resolve(FILE);
    }

    /** The authority that is kept in that folder, or a new one where there is none. */
    static LocalAuthority of(Optional<Path> folder, Instant now) throws IOException, GeneralSecurityException {
        return folder.isEmpty() ? made(now) : sharedBy(folder.get(), now);
    }

    private static LocalAuthority made(Instant now) throws GeneralSecurityException {
        var keys = Certificates.keys();
        return new LocalAuthority(keys, Certificates.authority(NAME, keys, now));
    }

    private static LocalAuthority sharedBy(Path folder, Instant now) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, FOLDER);
        synchronized (ONE_AT_A_TIME) {
            try (var channel = FileChannel.open(folder.resolve(LOCK), Set.of(CREATE, WRITE), OWNER_ONLY);
                    var lock = channel.lock()) {
                assert lock.isValid();
                var known = kept(folder.resolve(SECRET), now);
                var authority = known.isPresent() ? known.get() : made(now);
                if (known.isEmpty()) {
                    write(
                            folder.resolve(SECRET),
                            Certificates.pem(
                                            KEY_LABEL,
                                            authority.keys.getPrivate().getEncoded())
                                    + authority.pem(),
                            OWNER_ONLY);
                }
                if (!Files.exists(trust(folder))
                        || !Files.readString(trust(folder)).equals(authority.pem())) {
                    write(trust(folder), authority.pem());
                }
                return authority;
            }
        }
    }

    /** What is in the file; nothing where others could read it, it is none, or it comes to its end. */
    private static Optional<LocalAuthority> kept(Path file, Instant now) throws IOException {
        if (!Files.exists(file) || !isSecret(file)) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(file);
            var middle = text.indexOf("-----BEGIN " + CERTIFICATE_LABEL);
            var secret = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Certificates.content(text.substring(0, middle))));
            var bytes = Certificates.content(text.substring(middle));
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            var isGood = certificate.getNotAfter().toInstant().isAfter(now.plus(REST));
            return isGood
                    ? Optional.of(new LocalAuthority(new KeyPair(certificate.getPublicKey(), secret), bytes))
                    : Optional.empty();
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isSecret(Path file) throws IOException {
        return Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                .containsAll(Files.getPosixFilePermissions(file));
    }

    /** Whoever reads the file meanwhile finds what was there before, or all of this. */
    private static void write(Path file, String text, FileAttribute<?>... permissions) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        // Made with its permissions: at no moment may others read it.
        Files.createFile(draft, permissions);
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Its certificate, as text. */
    String pem() {
        return Certificates.pem(CERTIFICATE_LABEL, certificate);
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
                        Certificates.pem(KEY_LABEL, own.getPrivate().getEncoded())))
                .addCertValue(Buffer.buffer(Certificates.pem(CERTIFICATE_LABEL, server) + pem()));
    }
}

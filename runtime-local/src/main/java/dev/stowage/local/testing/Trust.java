package dev.stowage.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Clients that trust the listeners of a run. */
final class Trust {

    private Trust() {}

    /** A client of HTTP/1.1 that trusts that certificate and no other; an ordinary one where there is none. */
    static HttpClient client(Path certificate) {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return (Files.exists(certificate) ? client.sslContext(context(certificate)) : client).build();
    }

    private static SSLContext context(Path certificate) {
        try (var file = Files.newInputStream(certificate)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "stowage", CertificateFactory.getInstance("X.509").generateCertificate(file));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(certificate + " is no certificate", unusable);
        }
    }
}

package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.AccessPoint;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import java.util.Optional;

/**
 * Whether two copies of a thing say the same of the thing itself. What they say of the places that they stand in does not
 * count: a cluster stays the same when its network is varied, because words refer to places by key.
 */
final class Sameness {

    private Sameness() {}

    static boolean isSame(Thing a, Thing b) {
        if (a == b) {
            return true;
        }
        if (!a.particulars().equals(b.particulars())) {
            return false;
        }
        if (a instanceof Cluster one && b instanceof Cluster other) {
            return areAlike(one, other);
        }
        if (a instanceof LoadBalancer one && b instanceof LoadBalancer other) {
            return areAlike(one, other);
        }
        if (a instanceof NetworkLoadBalancer one && b instanceof NetworkLoadBalancer other) {
            return areAlike(one, other);
        }
        if (a instanceof AnyListener one && b instanceof AnyListener other) {
            return areAlike(one, other);
        }
        if (a instanceof Namespace one && b instanceof Namespace other) {
            return areAlike(one, other);
        }
        if (a instanceof Endpoint one && b instanceof Endpoint other) {
            return areAlike(one, other);
        }
        if (a instanceof ElasticFileSystem one && b instanceof ElasticFileSystem other) {
            return areAlike(one, other);
        }
        if (a instanceof AccessPoint one && b instanceof AccessPoint other) {
            return areAlike(one, other);
        }
        if (a instanceof Secret one && b instanceof Secret other) {
            return areAlike(one, other);
        }
        if (a instanceof SecurityGroup one && b instanceof SecurityGroup other) {
            return one.locator().equals(other.locator()) && areOne(one.network(), other.network());
        }
        return a.equals(b);
    }

    private static boolean areAlike(Cluster one, Cluster other) {
        return one.insights() == other.insights()
                && one.strategy().equals(other.strategy())
                && one.locator().equals(other.locator())
                && isOne(one.network(), other.network());
    }

    private static boolean areAlike(LoadBalancer one, LoadBalancer other) {
        return one.isInternetFacing() == other.isInternetFacing()
                && one.locator().equals(other.locator())
                && one.securityGroup().equals(other.securityGroup())
                && isOne(one.network(), other.network())
                && (one.isPlain() && other.isPlain() || areFurnishedAlike(one, other));
    }

    private static boolean areAlike(NetworkLoadBalancer one, NetworkLoadBalancer other) {
        return one.isInternetFacing() == other.isInternetFacing()
                && one.locator().equals(other.locator())
                && one.securityGroup().equals(other.securityGroup())
                && one.isAcrossZones() == other.isAcrossZones()
                && one.hasElasticAddresses().equals(other.hasElasticAddresses())
                && one.addresses().equals(other.addresses())
                && one.aliases().equals(other.aliases())
                && areOne(one.accessLogs(), other.accessLogs())
                && isOne(one.network(), other.network());
    }

    private static boolean areAlike(Namespace one, Namespace other) {
        return one.isDns() == other.isDns()
                && one.isPublic() == other.isPublic()
                && one.locator().equals(other.locator())
                && isOne(one.network(), other.network());
    }

    private static boolean areAlike(Endpoint one, Endpoint other) {
        return one.port().equals(other.port())
                && one.timeout().equals(other.timeout())
                && one.idle().equals(other.idle())
                && one.timeToLive().equals(other.timeToLive())
                && one.preview().equals(other.preview())
                && one.authority().equals(other.authority());
    }

    private static boolean areAlike(ElasticFileSystem one, ElasticFileSystem other) {
        return one.locator().equals(other.locator())
                && one.securityGroup().equals(other.securityGroup())
                && areOne(one.network(), other.network());
    }

    private static boolean areAlike(AccessPoint one, AccessPoint other) {
        return one.path().equals(other.path()) && one.uid() == other.uid() && one.gid() == other.gid();
    }

    private static boolean areAlike(Secret one, Secret other) {
        // Two fields of a secret are two uses of one place.
        return one.locator().equals(other.locator())
                && one.username().equals(other.username())
                && one.encryption().equals(other.encryption());
    }

    private static boolean areAlike(AnyListener one, AnyListener other) {
        var left = one.listening();
        var right = other.listening();
        return left.isHttpRedirected() == right.isHttpRedirected()
                && left.locator().equals(right.locator())
                && left.firstPriority().equals(right.firstPriority())
                && left.lastPriority().equals(right.lastPriority())
                && left.otherwise().equals(right.otherwise())
                && left.answers().equals(right.answers())
                && left.certificate().equals(right.certificate())
                && left.tlsPolicy().equals(right.tlsPolicy())
                && left.moreCertificates().equals(right.moreCertificates());
    }

    private static boolean areFurnishedAlike(LoadBalancer one, LoadBalancer other) {
        return one.idleTimeout().equals(other.idleTimeout())
                && one.webAcl().equals(other.webAcl())
                && one.aliases().equals(other.aliases())
                && areOne(one.accessLogs(), other.accessLogs());
    }

    private static boolean areOne(Optional<? extends Thing> a, Optional<? extends Thing> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || isOne(a.get(), b.get()));
    }

    private static boolean isOne(Thing a, Thing b) {
        return a.key().equals(b.key());
    }
}

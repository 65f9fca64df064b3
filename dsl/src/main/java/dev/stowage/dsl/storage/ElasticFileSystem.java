package dev.stowage.dsl.storage;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An EFS file system, made here or existing. One made here is encrypted and backed up, grows its throughput with its use, has
 * a mount target in every private subnet of its network, and stays when its stack is deleted. Whoever mounts a volume of it
 * is let in, by network and by role.
 */
@ValueStyle
@Value.Immutable
public sealed interface ElasticFileSystem extends Named<ElasticFileSystem>, Place permits ImmutableElasticFileSystem {

    /** A new one in this network. */
    static ElasticFileSystem of(String name, Vpc network) {
        return ImmutableElasticFileSystem.of(Particulars.of("file system", name, "of"))
                .withNetwork(network);
    }

    /** One that exists, by {@code arn} or by its id: {@code existing("uploads", id("fs-0a1b2c3d"))}. */
    static ElasticFileSystem existing(String name, Locator at) {
        return ImmutableElasticFileSystem.of(Particulars.of("file system", name, "existing"))
                .withLocator(at);
    }

    /** The security group of the mount targets of an existing one; left out, somebody else lets tasks in at port 2049. */
    default ElasticFileSystem securityGroup(String groupId) {
        return ImmutableElasticFileSystem.copyOf(this)
                .withSecurityGroup(groupId)
                .withParticulars(particulars().said("securityGroup"));
    }

    /** A door to the folder at this absolute path. */
    default AccessPoint accessPoint(String name, String path) {
        var particulars = Particulars.of("access point", name() + "-" + name, "accessPoint");
        return ImmutableAccessPoint.of(particulars, this, path);
    }

    /** The whole of it as a volume, with the rights of its root user; an access point gives away less. */
    default FileSystemVolume volume() {
        return ImmutableFileSystemVolume.of(name(), this);
    }

    @Override
    Particulars particulars();

    @Override
    default ElasticFileSystem particulars(Particulars particulars) {
        return ImmutableElasticFileSystem.copyOf(this).withParticulars(particulars);
    }

    /** The network of one that is made here. */
    Optional<Vpc> network();

    @Override
    Optional<Locator> locator();

    /** The security group of the mount targets of an existing one. */
    Optional<String> securityGroup();
}

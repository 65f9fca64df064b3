package dev.stowage.local.engine.docker;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The private addresses out of which each run takes a block of its own.
 *
 * @param block all of them together
 * @param size how many bits the addresses of one run share
 */
record AddressPool(Cidr block, int size) {

    /** 128 blocks of 4,096 addresses, which neither Docker's own networks nor the usual home networks use. */
    static final AddressPool STANDARD = new AddressPool(Cidr.of("10.200.0.0/13"), 20);

    /** 256 blocks of 16 addresses: of each only one is used, by which containers reach this machine. */
    static final AddressPool DOORS = new AddressPool(Cidr.of("10.208.0.0/20"), 28);

    /** The blocks of the pool that overlap none of those in use, in the order in which they are to be tried. */
    List<Cidr> free(Collection<Cidr> used) {
        return IntStream.range(0, block.parts(size))
                .mapToObj(place -> block.part(size, place))
                .filter(part -> used.stream().noneMatch(part::overlaps))
                .toList();
    }
}

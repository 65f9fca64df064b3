package dev.stowage.local.engine.docker;

/**
 * The network of a run.
 *
 * @param id how Docker calls it
 * @param name how we call it
 * @param block its addresses
 */
record RunNetwork(String id, String name, Cidr block) {

    /** The address that this machine has in it. */
    String gateway() {
        return block.address(1);
    }
}

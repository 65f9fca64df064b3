package dev.stowage.local.engine.docker;

/**
 * The network of a run.
 *
 * @param id how Docker calls it
 * @param name how we call it
 * @param block its addresses
 */
record RunNetwork(String id, String name, Cidr block) {

    /** The half of it out of which the engine gives addresses. */
    Cidr forEngine() {
        return block.part(block.bits() + 1, 0);
    }

    /** The half of it out of which tasks get addresses. */
    Cidr forTasks() {
        return block.part(block.bits() + 1, 1);
    }

    /** The address that this machine has in it. */
    String gateway() {
        return block.address(1);
    }
}

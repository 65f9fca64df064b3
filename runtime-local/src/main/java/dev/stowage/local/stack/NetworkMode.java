package dev.stowage.local.stack;

/** How the containers of a task are on the network. */
public enum NetworkMode {
    /** The task has an address of its own, which its containers share. */
    AWSVPC,
    /** Each container has an address behind a bridge, and host ports lead to it. */
    BRIDGE,
    /** The containers are on the network of the host. */
    HOST,
    /** The containers have no network but loopback. */
    NONE;

    /** The word of a task definition. */
    public String word() {
        return switch (this) {
            case AWSVPC -> "awsvpc";
            case BRIDGE -> "bridge";
            case HOST -> "host";
            case NONE -> "none";
        };
    }
}

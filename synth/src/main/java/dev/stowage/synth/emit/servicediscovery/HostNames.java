package dev.stowage.synth.emit.servicediscovery;

import dev.stowage.dsl.network.Endpoint;

/** Names by which tasks are called. */
public final class HostNames {

    private static final int LONGEST = 63;

    private HostNames() {}

    /** The host of an endpoint: its name and that of its namespace. */
    public static String of(Endpoint endpoint) {
        return endpoint.name() + "." + endpoint.namespace().name();
    }

    /** Whether a name, of several labels perhaps, is one that both Service Connect and address records can bear. */
    static boolean isName(String name, boolean mayHaveDots) {
        if (name.isEmpty()
                || name.length() > LONGEST
                || isEdge(name.charAt(0))
                || isEdge(name.charAt(name.length() - 1))) {
            return false;
        }
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            var isPlain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            var isInside = letter == '-' || letter == '_' || letter == '.' && mayHaveDots && name.charAt(i - 1) != '.';
            if (!isPlain && !isInside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEdge(char letter) {
        return letter == '-' || letter == '.' || letter == '_';
    }
}

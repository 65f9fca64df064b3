package dev.stowage.local.stack;

/** The names that EC2 gives to addresses: the host name of a task with a network of its own. */
public final class PrivateName {

    private PrivateName() {}

    /**
     * The private DNS name of an IPv4 address: {@code ip-10-0-1-7.eu-west-1.compute.internal}; in us-east-1, which is older than
     * Regions in names, {@code ip-10-0-1-7.ec2.internal}.
     */
    public static String of(String address, String region) {
        var domain = region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
        return "ip-" + address.replace('.', '-') + "." + domain;
    }
}

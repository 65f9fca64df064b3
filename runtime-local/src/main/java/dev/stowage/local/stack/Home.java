package dev.stowage.local.stack;

/**
 * Where a run says that it is: what stands in the ARNs, the metadata and the environment of its tasks.
 *
 * @param region such as {@code eu-west-1}
 * @param account 12 digits
 */
public record Home(String region, String account) {

    /** The account of a run that knows none. */
    public static final String NO_ACCOUNT = "000000000000";

    /** The ARN of something in this account and Region: {@code arn:aws:SERVICE:REGION:ACCOUNT:REST}. */
    public String arn(String service, String rest) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + rest;
    }

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}, as the Region has it. */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}

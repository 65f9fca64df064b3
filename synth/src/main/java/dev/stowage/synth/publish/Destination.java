package dev.stowage.synth.publish;

import dev.stowage.schema.graph.Template;
import java.util.Optional;

/**
 * Where something goes: an account and a Region, each known or left to the variables {@code AWS_ACCOUNT_ID} and {@code
 * AWS_REGION} of the shell.
 */
final class Destination {

    private static final String ACCOUNT = "AWS_ACCOUNT_ID";
    private static final String REGION = "AWS_REGION";

    private final Optional<String> account;
    private final Optional<String> region;

    private Destination(Optional<String> account, Optional<String> region) {
        this.account = account;
        this.region = region;
    }

    static Destination of(Template template) {
        return new Destination(template.account(), template.region());
    }

    /** The same account, and this Region where one is given. */
    Destination in(Optional<String> other) {
        return other.isPresent() ? new Destination(account, other) : this;
    }

    /** The variables that must be set for it. */
    String unset() {
        return (region.isEmpty() ? " \"${" + REGION + ":?}\"" : "")
                + (account.isEmpty() ? " \"${" + ACCOUNT + ":?}\"" : "");
    }

    /** The Region as a word. */
    String region() {
        return word("${AWS::Region}");
    }

    /** The host of the registry for images, as CloudFormation would write it. */
    String registry() {
        var suffix = region.isPresent() && region.get().startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return "${AWS::AccountId}.dkr.ecr.${AWS::Region}." + suffix;
    }

    /** A text of CloudFormation as a word, with its account, Region and partition put in. */
    String word(String text) {
        var filled = text.replace("${AWS::Partition}", partition());
        if (account.isPresent()) {
            filled = filled.replace("${AWS::AccountId}", account.get());
        }
        if (region.isPresent()) {
            filled = filled.replace("${AWS::Region}", region.get());
        }
        if (!filled.contains("${AWS::")) {
            return ShellWords.literal(filled);
        }
        var word = ShellWords.inQuotes(filled)
                .replace("\\${AWS::AccountId}", "${" + ACCOUNT + "}")
                .replace("\\${AWS::Region}", "${" + REGION + "}");
        return '"' + word + '"';
    }

    private String partition() {
        var name = region.orElse("");
        return name.startsWith("cn-") ? "aws-cn" : name.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Destination that && account.equals(that.account) && region.equals(that.region);
    }

    @Override
    public int hashCode() {
        return account.hashCode() + 31 * region.hashCode();
    }
}

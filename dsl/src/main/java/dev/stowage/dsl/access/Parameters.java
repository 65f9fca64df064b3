package dev.stowage.dsl.access;

import java.util.List;

/**
 * Parameters of the Systems Manager parameter store, in the account and Region of the stack.
 *
 * @param path where they begin, such as {@code /shop/prod}
 */
public record Parameters(String path) implements Store {

    /** The parameter of this path, and all below it. */
    public static Parameters below(String path) {
        var rooted = path.startsWith("/") ? path : "/" + path;
        return new Parameters(rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted);
    }

    @Override
    public List<Grant> reading() {
        var arn = arn();
        return List.of(
                Grant.named(arn, "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"),
                Grant.named(arn + "/*", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"));
    }

    @Override
    public List<Grant> writing() {
        var arn = arn();
        return List.of(
                Grant.named(arn, "ssm:DeleteParameter", "ssm:PutParameter"),
                Grant.named(arn + "/*", "ssm:DeleteParameter", "ssm:PutParameter"));
    }

    private String arn() {
        return "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + path;
    }
}

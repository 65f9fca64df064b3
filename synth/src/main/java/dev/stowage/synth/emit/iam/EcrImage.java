package dev.stowage.synth.emit.iam;

/** Image names of Elastic Container Registry: {@code 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1}. */
final class EcrImage {

    /** The repositories of an account, where the image is known only at deployment. */
    static final String ANY = "arn:${AWS::Partition}:ecr:*:*:repository/*";

    private EcrImage() {}

    /** The repository that an image lies in; empty for an image of another registry. */
    static String repositoryArn(String image) {
        var slash = image.indexOf('/');
        if (slash < 0) {
            return "";
        }
        var host = image.substring(0, slash);
        var marker = host.indexOf(".dkr.ecr.");
        var end = host.indexOf(".amazonaws.com");
        if (marker < 0 || end < marker) {
            return "";
        }
        var account = host.substring(0, marker);
        var region = host.substring(marker + ".dkr.ecr.".length(), end);
        return "arn:${AWS::Partition}:ecr:" + region + ":" + account + ":repository/"
                + name(image.substring(slash + 1));
    }

    private static String name(String path) {
        var end = path.length();
        var digest = path.indexOf('@');
        end = digest < 0 ? end : digest;
        var tag = path.lastIndexOf(':', end - 1);
        return path.substring(0, tag < 0 ? end : tag);
    }
}

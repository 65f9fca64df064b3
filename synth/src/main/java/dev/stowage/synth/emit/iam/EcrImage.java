package dev.stowage.synth.emit.iam;

import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.TextLiteral;
import dev.stowage.schema.expression.TextOf;
import java.util.ArrayList;
import java.util.List;

/** Image names of Elastic Container Registry: {@code 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1}. */
final class EcrImage {

    /** Any repository, where not even the registry of an image is known before deployment. */
    private static final String ANY = "arn:${AWS::Partition}:ecr:*:*:repository/*";

    private static final String SERVICE = ".dkr.ecr.";

    private EcrImage() {}

    /** The repositories that an image may lie in: none for an image of another registry. */
    static List<String> repositories(Text image) {
        var repositories = new ArrayList<String>(1);
        add(image, repositories);
        return repositories;
    }

    private static void add(Text image, List<String> repositories) {
        if (image instanceof TextOf.Chosen chosen) {
            add(chosen.yes(), repositories);
            add(chosen.no(), repositories);
            return;
        }
        var start = new StringBuilder();
        var isWhole = gather(image, start);
        var repository = repository(start.toString(), isWhole);
        if (!repository.isEmpty()) {
            repositories.add(repository);
        }
    }

    /** What is known of a text from its beginning on; answers whether that is all of it. */
    private static boolean gather(Text text, StringBuilder start) {
        if (text instanceof TextLiteral literal) {
            start.append(literal.value());
            return true;
        }
        return text instanceof TextOf.Joined joined && gather(joined.head(), start) && gather(joined.tail(), start);
    }

    private static String repository(String image, boolean isWhole) {
        var slash = image.indexOf('/');
        if (slash < 0) {
            return isWhole || image.indexOf(':') >= 0 ? "" : ANY;
        }
        var host = image.substring(0, slash);
        var marker = host.indexOf(SERVICE);
        var end = host.indexOf(".amazonaws.com");
        if (marker < 0 || end < marker) {
            return "";
        }
        var region = host.substring(marker + SERVICE.length(), end);
        return "arn:${AWS::Partition}:ecr:" + region + ":" + host.substring(0, marker) + ":repository/"
                + name(image.substring(slash + 1), isWhole);
    }

    /** The name of a repository without tag and digest; a name that goes on at deployment covers all that begin so. */
    private static String name(String path, boolean isWhole) {
        var digest = path.indexOf('@');
        var untagged = digest < 0 ? path : path.substring(0, digest);
        var tag = untagged.lastIndexOf(':');
        if (tag >= 0) {
            return untagged.substring(0, tag);
        }
        return isWhole || digest >= 0 ? untagged : untagged + "*";
    }
}

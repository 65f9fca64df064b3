package dev.stowage.local.evaluate;

import dev.stowage.local.stack.Home;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} answers to the names of CloudFormation's own. */
final class Pseudo {

    private Pseudo() {}

    static @Nullable Node value(String name, StackValues stack) {
        var home = stack.home();
        return switch (name) {
            case "AWS::Region" -> TextNode.of(home.region());
            case "AWS::AccountId" -> TextNode.of(home.account());
            case "AWS::Partition" -> TextNode.of(home.partition());
            case "AWS::URLSuffix" -> TextNode.of(suffix(home));
            case "AWS::StackName" -> TextNode.of(stack.template().stack());
            case "AWS::StackId" -> TextNode.of(stackId(stack));
            case "AWS::NotificationARNs" -> ListNode.of();
            default -> null;
        };
    }

    static String suffix(Home home) {
        return home.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    }

    private static String stackId(StackValues stack) {
        var name = stack.template().stack();
        return stack.home().arn("cloudformation", "stack/" + name + "/" + Made.hex(name, 32));
    }
}

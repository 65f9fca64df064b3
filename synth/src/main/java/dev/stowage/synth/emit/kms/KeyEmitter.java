package dev.stowage.synth.emit.kms;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Kind;
import dev.stowage.schema.resource.KmsKey;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;

/** A key whose use the roles of its account decide on, and that services of AWS use where they write for others. */
public final class KeyEmitter {

    private KeyEmitter() {}

    /** Adds a key. */
    public static void emit(Key key, Emission out) {
        var account = CallNode.of("Fn::Sub", TextNode.of("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"));
        var statement = ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", ObjectNode.of("AWS", account))
                .with("Action", "kms:*")
                .with("Resource", "*");
        var statements = new ArrayList<Node>();
        statements.add(statement);
        statements.addAll(KeyUsers.statements(key, out));
        var policy = ObjectNode.of("Version", TextNode.of("2012-10-17")).with("Statement", ListNode.of(statements));
        var properties = KmsKey.of()
                .said(key.particulars().birth())
                .enableKeyRotation(true)
                .keyPolicy(policy);
        out.add(Draft.of(key, "Key", KmsKey.TYPE, properties).kind(Kind.KEY).retained());
    }
}

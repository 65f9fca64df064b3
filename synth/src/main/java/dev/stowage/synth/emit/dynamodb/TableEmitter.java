package dev.stowage.synth.emit.dynamodb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.storage.Table;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.DynamoDbTable;
import dev.stowage.schema.resource.DynamoDbTable.AttributeDefinition;
import dev.stowage.schema.resource.DynamoDbTable.KeySchema;
import dev.stowage.schema.resource.DynamoDbTable.PointInTimeRecoverySpecification;
import dev.stowage.schema.resource.DynamoDbTable.SSESpecification;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;
import java.util.ArrayList;
import java.util.List;

/** A table, paid for by request. */
public final class TableEmitter {

    private static final String TABLE = "Table";

    private TableEmitter() {}

    /** Adds a table. */
    public static void emit(Table table, Emission out) {
        var particulars = table.particulars();
        var attributes = new ArrayList<AttributeDefinition>(2);
        var schema = new ArrayList<Node>(2);
        add(table.partitionKey().orElse(""), "HASH", particulars.birth(), attributes, schema);
        if (table.sortKey().isPresent()) {
            add(table.sortKey().get(), "RANGE", particulars.at("sortKey"), attributes, schema);
        }
        var properties = DynamoDbTable.of()
                .said(particulars.birth())
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(attributes)
                .keySchema(ListNode.of(schema))
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.of().pointInTimeRecoveryEnabled(true));
        if (table.encryption().isPresent()) {
            properties = properties
                    .said(particulars.at("encryptedBy"))
                    .sseSpecification(SSESpecification.of()
                            .sseEnabled(true)
                            .sseType("KMS")
                            .kmsMasterKeyId(Arns.of(table.encryption().get(), "", out)));
        }
        out.add(Draft.of(table, TABLE, DynamoDbTable.TYPE, properties)
                .kind(Kind.TABLE)
                .retained());
    }

    private static void add(
            String name, String type, Said at, List<AttributeDefinition> attributes, List<Node> schema) {
        attributes.add(AttributeDefinition.of().said(at).attributeName(name).attributeType("S"));
        schema.add(KeySchema.of().said(at).attributeName(name).keyType(type).tree());
    }

    /** The name of a table in DynamoDB. */
    public static Node name(Table table, Emission out) {
        var current = out.estate().current(table);
        return current.locator().isPresent()
                ? Arns.name(current, current.locator().get(), out)
                : out.ref(current, TABLE);
    }
}

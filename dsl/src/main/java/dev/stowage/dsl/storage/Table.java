package dev.stowage.dsl.storage;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Store;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A DynamoDB table, made here or existing. One made here is paid for by request, can be restored to any second of the last 35
 * days, and stays when its stack is deleted.
 */
@ValueStyle
@Value.Immutable
public sealed interface Table extends Named<Table>, Place, Store permits ImmutableTable {

    /** A new one whose items are found by this attribute, a string. */
    static Table of(String name, String partitionKey) {
        return ImmutableTable.of(Particulars.of("table", name, "of")).withPartitionKey(partitionKey);
    }

    /** One that exists, by {@code arn} or, in the account and Region of the stack, by its name in DynamoDB. */
    static Table existing(String name, Locator at) {
        return ImmutableTable.of(Particulars.of("table", name, "existing")).withLocator(at);
    }

    /** Orders items with one partition key by this attribute, a string. */
    default Table sortKey(String attribute) {
        return ImmutableTable.copyOf(this)
                .withSortKey(attribute)
                .withParticulars(particulars().said("sortKey"));
    }

    /** Is encrypted with this key; of an existing one, says that it is. */
    default Table encryptedBy(Key key) {
        return ImmutableTable.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    /** Its name in DynamoDB. */
    default Text tableName() {
        return Text.attribute(this, "TableName");
    }

    @Override
    Particulars particulars();

    @Override
    default Table particulars(Particulars particulars) {
        return ImmutableTable.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** The attribute by which items of one that is made here are found. */
    Optional<String> partitionKey();

    /** The attribute that orders them. */
    Optional<String> sortKey();

    /** The key that it is encrypted with. */
    Optional<Key> encryption();

    @Override
    default List<Grant> reading() {
        var grants = new ArrayList<Grant>();
        grants.add(Grant.on(
                this,
                "dynamodb:BatchGetItem",
                "dynamodb:ConditionCheckItem",
                "dynamodb:DescribeTable",
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan"));
        grants.add(Grant.part(this, "/index/*", "dynamodb:Query", "dynamodb:Scan"));
        if (encryption().isPresent()) {
            grants.add(encryption().get().decrypting());
        }
        return grants;
    }

    @Override
    default List<Grant> writing() {
        var grant = Grant.on(
                this,
                "dynamodb:BatchWriteItem",
                "dynamodb:DeleteItem",
                "dynamodb:DescribeTable",
                "dynamodb:PutItem",
                "dynamodb:UpdateItem");
        return encryption().isPresent() ? List.of(grant, encryption().get().encrypting()) : List.of(grant);
    }
}

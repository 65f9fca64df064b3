package dev.stowage.schema.graph;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One stack and its template. What CloudFormation calls sections stands in {@link #sections}, as it was written;
 * {@code Resources} alone are taken apart. Reading a template and writing it gives an equal document.
 */
@ValueStyle
@Value.Immutable
public sealed interface Template permits ImmutableTemplate {

    /** A stack of these resources. */
    static Template of(String stack, List<Resource> resources) {
        return ImmutableTemplate.builder()
                .stack(stack)
                .isProtected(false)
                .isNested(false)
                .arguments(ObjectNode.empty())
                .tags(ObjectNode.empty())
                .sections(ObjectNode.empty())
                .resources(resources)
                .others(ObjectNode.empty())
                .at(Origin.NOWHERE)
                .build();
    }

    /** The same stack with other resources. */
    default Template resources(List<Resource> resources) {
        return ImmutableTemplate.copyOf(this).withResources(resources);
    }

    /** The same stack with other sections; {@code Resources} is not one of them. */
    default Template sections(ObjectNode sections) {
        return ImmutableTemplate.copyOf(this).withSections(sections);
    }

    /** The same stack with entries of {@code Resources} that are no resources. */
    default Template others(ObjectNode others) {
        return ImmutableTemplate.copyOf(this).withOthers(others);
    }

    /** The same stack, meant for this account and Region. */
    default Template environment(String account, String region) {
        return ImmutableTemplate.copyOf(this).withAccount(account).withRegion(region);
    }

    /** The same stack, meant for this account. */
    default Template account(String account) {
        return ImmutableTemplate.copyOf(this).withAccount(account);
    }

    /** The same stack, meant for this Region. */
    default Template region(String region) {
        return ImmutableTemplate.copyOf(this).withRegion(region);
    }

    /** The same stack, kept from being deleted or not. */
    default Template protect(boolean isProtected) {
        return ImmutableTemplate.copyOf(this).withIsProtected(isProtected);
    }

    /** The same stack with other values for its parameters, key by key. */
    default Template arguments(ObjectNode arguments) {
        return ImmutableTemplate.copyOf(this).withArguments(arguments);
    }

    /** The same stack with other tags of its own. */
    default Template tags(ObjectNode tags) {
        return ImmutableTemplate.copyOf(this).withTags(tags);
    }

    /** The same stack, made by another one of its app. */
    default Template nested() {
        return ImmutableTemplate.copyOf(this).withIsNested(true);
    }

    /** The same stack, deployed after those of these names. */
    default Template after(List<String> stacks) {
        return ImmutableTemplate.copyOf(this).withAfter(stacks);
    }

    /** The same stack with findings that are accepted wherever they stand in it. */
    default Template allowances(List<Allowance> allowances) {
        return ImmutableTemplate.copyOf(this).withAllowances(allowances);
    }

    /** The same stack, written there. */
    default Template at(Origin origin) {
        return ImmutableTemplate.copyOf(this).withAt(origin);
    }

    /** The name of the stack; for a template file its file name without ending. */
    String stack();

    /** The account the stack is meant for; empty for any. */
    Optional<String> account();

    /** The Region the stack is meant for; empty for any. */
    Optional<String> region();

    /** Whether the stack is kept from being deleted. */
    boolean isProtected();

    /** Whether another stack of its app makes it, so that it is never deployed by itself. */
    boolean isNested();

    /** The names of stacks that its assembly puts before it, whether it imports from them or not. */
    @Value.Auxiliary
    List<String> after();

    /** What its assembly gives to its parameters, key by key; a parameter that it does not name keeps its default. */
    ObjectNode arguments();

    /** Tags of the stack itself, key by key. */
    ObjectNode tags();

    /** All sections but {@code Resources}: {@code Parameters}, {@code Conditions}, {@code Outputs}, and what else there is. */
    ObjectNode sections();

    /** The resources, in the order in which they were written. */
    List<Resource> resources();

    /** Entries of {@code Resources} that are no resources, such as {@code Fn::ForEach}, kept as they are. */
    ObjectNode others();

    /** Findings about this stack that are accepted wherever they stand. */
    @Value.Auxiliary
    List<Allowance> allowances();

    /** Where the stack was written. */
    @Value.Auxiliary
    Origin at();
}

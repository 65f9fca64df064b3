package dev.stowage.schema.graph;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** One app: its stacks, and what CloudFormation has no word for. Every door in makes one; every room reads one. */
@ValueStyle
@Value.Immutable
public sealed interface Model permits ImmutableModel {

    /** An app of these stacks. */
    static Model of(List<Template> templates) {
        return ImmutableModel.builder().templates(templates).build();
    }

    /** The same app with what was found wrong while it was described or read. */
    default Model found(List<Diagnostic> findings) {
        return ImmutableModel.copyOf(this).withFindings(findings);
    }

    /** The same app with findings that are accepted everywhere. */
    default Model allowances(List<Allowance> allowances) {
        return ImmutableModel.copyOf(this).withAllowances(allowances);
    }

    /** The same app; findings point past these packages to whoever called them. */
    default Model libraries(List<String> packages) {
        return ImmutableModel.copyOf(this).withLibraries(packages);
    }

    /** The same app with what its deployments upload. */
    default Model assets(List<Asset> assets) {
        return ImmutableModel.copyOf(this).withAssets(assets);
    }

    /** Its stacks, nested ones among them, a stack after those it imports from. */
    List<Template> templates();

    /** What its deployments upload beside templates. */
    List<Asset> assets();

    /** What was found wrong while the app was described or read. */
    @Value.Auxiliary
    List<Diagnostic> findings();

    /** Findings that are accepted everywhere. */
    @Value.Auxiliary
    List<Allowance> allowances();

    /** Packages of house rules that are not marked as such. */
    @Value.Auxiliary
    List<String> libraries();
}

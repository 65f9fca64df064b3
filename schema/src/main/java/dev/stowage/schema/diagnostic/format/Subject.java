package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Said;

/** What a finding is about, in words. */
final class Subject {

    private Subject() {}

    /** Such as {@code in service `storefront`}, or {@code in `WebService` of stack `web`}; empty where it is not known. */
    static String of(Diagnostic finding) {
        if (finding.at() instanceof Said said) {
            var reason = said.because().map(because -> ", " + because).orElse("");
            return Printable.of("in " + said.kind() + " `" + said.name() + "`" + reason);
        }
        var stack = finding.stack().map(name -> "stack `" + name + "`").orElse("");
        var resource = finding.resource().map(id -> "`" + id + "`").orElse("");
        var link = stack.isEmpty() || resource.isEmpty() ? "" : " of ";
        var both = resource + link + stack;
        return both.isEmpty() ? "" : Printable.of("in " + both);
    }
}

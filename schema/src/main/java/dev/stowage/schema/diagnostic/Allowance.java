package dev.stowage.schema.diagnostic;

import dev.stowage.schema.origin.Origin;

/**
 * Somebody's word that a finding is accepted.
 *
 * @param rule the rule, or a family of rules
 * @param reason why; it stays in the report
 * @param at where the word was said
 */
public record Allowance(String rule, String reason, Origin at) {}

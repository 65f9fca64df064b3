package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.schema.diagnostic.Report;
import java.util.Optional;

/**
 * What came of a model.
 *
 * @param stack what it asks of the machine; empty where the report has errors
 * @param report what is different here, and what is missing
 * @param evaluation the model deployed on paper, for those who read more of it, such as load balancers
 */
public record Translation(Optional<LocalStack> stack, Report report, Evaluation evaluation) {}

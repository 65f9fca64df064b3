package dev.stowage.dsl.task;

import dev.stowage.schema.expression.Text;

/**
 * An option of a log driver.
 *
 * @param name its name
 * @param value its value
 */
public record LogOption(String name, Text value) {}

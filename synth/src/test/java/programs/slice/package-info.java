/** Programs over the first slice of the language, word by word: what each makes of a template, and what it refuses. */
package programs.slice;

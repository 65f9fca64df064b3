/** Programs about who is who: copies of a place, owners, names, and what several stacks share. */
package programs.identity;

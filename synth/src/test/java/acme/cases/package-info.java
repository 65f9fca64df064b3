/** Programs of somebody's that are wrong, each on the lines that say so, and one that is right. */
package acme.cases;

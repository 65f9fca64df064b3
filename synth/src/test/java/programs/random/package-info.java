/** Made-up programs over the slice, and what holds for every one of them. */
package programs.random;

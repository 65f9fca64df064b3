/** Made-up programs over the whole language, and what holds for every one of them. */
package dev.stowage.samples.random;

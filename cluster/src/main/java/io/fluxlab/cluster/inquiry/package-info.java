/** What somebody who is no member asks a coordinator, and wants of it. */
@NullMarked
package io.fluxlab.cluster.inquiry;

import org.jspecify.annotations.NullMarked;

package io.fluxlab.comparison;

import io.fluxlab.lane.Lane;

/** One lane's run in one round. */
record Turn(int round, Lane lane, boolean isWarmup) {}

package io.sensorium.atlas.gazetteer;

/** A city, town or village as the map has it as a position. */
record CityNode(long id, int latitudeE7, int longitudeE7, String name, CityRank rank) {}

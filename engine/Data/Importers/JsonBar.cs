using System.Text.Json;

namespace Workbench.Data.Importers;

/// <summary>A bar as a vendor's JSON writes it: numbers, or numbers in quotes.</summary>
/// <param name="Time">The one time that is written, UTC nanoseconds; midnight of its day where only a day is.</param>
/// <param name="Open">Open.</param>
/// <param name="High">High.</param>
/// <param name="Low">Low.</param>
/// <param name="Close">Close.</param>
/// <param name="Volume">Volume; undefined where there is none.</param>
readonly record struct JsonBar(long Time, JsonElement Open, JsonElement High, JsonElement Low, JsonElement Close, JsonElement Volume);

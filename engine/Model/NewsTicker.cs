namespace Workbench.Model;

/// <summary>What an item of news says of one instrument.</summary>
/// <param name="Symbol">The instrument, in capitals.</param>
/// <param name="Relevance">How much the item is about it, 0 to 1; null where the source does not say.</param>
/// <param name="Score">Tone towards it, -1 (bearish) to 1 (bullish); null where the source does not say.</param>
/// <param name="Label">The source's word for the score; empty where it has none.</param>
public sealed record NewsTicker(string Symbol, decimal? Relevance = null, decimal? Score = null, string Label = "");

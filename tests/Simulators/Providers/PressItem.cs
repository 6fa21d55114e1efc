namespace Workbench.Simulators.Providers;

/// <summary>An article that a test published.</summary>
/// <param name="At">When, to the second.</param>
/// <param name="Ticker">Of whom it tells.</param>
/// <param name="Headline">What it says.</param>
/// <param name="Score">What it feels like, -1 to 1.</param>
/// <param name="Url">Where it stands.</param>
sealed record PressItem(DateTime At, string Ticker, string Headline, double Score, string Url);

using Workbench.Model;

namespace Workbench.App;

/// <summary>One of the data sets that a sweep goes through, each with the same points: an axis of instruments and one of periods are legs.</summary>
/// <param name="Settings">What sets its variants apart from those of other legs, such as <c>data=EURUSD:ticks</c>; empty where there is one leg.</param>
/// <param name="Recipe">Script, data, range, money and costs: all by which a variant could be run alone, but for its settings.</param>
/// <param name="Data">What its variants see, by hash.</param>
/// <param name="Variants">How many variants; at most so many where the method learns.</param>
sealed record PlannedLeg(IReadOnlyList<string> Settings, RunRecipe Recipe, IReadOnlyList<DataIdentity> Data, int Variants);

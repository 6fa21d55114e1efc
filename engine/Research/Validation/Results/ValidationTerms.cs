using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>How the folds of a validation choose.</summary>
/// <param name="Objective">What variants are scored by within a window.</param>
/// <param name="Rule">How one is chosen by its score.</param>
/// <param name="Clock">The clock of the returns.</param>
public sealed record ValidationTerms(Objective Objective, ChoiceRule Rule, PeriodClock Clock);

namespace Workbench.Research.Validation;

/// <summary>Purged and embargoed k-fold: each of so many neighbouring groups is tested once, and learned from all others that are far enough away.</summary>
/// <param name="Folds">Groups, 2 or more.</param>
/// <param name="Border">What is kept out of training on both sides of what is tested.</param>
public sealed record KFold(int Folds, Border Border) : Design(Border)
{
    /// <inheritdoc/>
    public override string Name => "kfold";

    /// <inheritdoc/>
    public override IReadOnlyList<TrainTest> Over(RowSpans rows) =>
        [.. new Combinatorial(Folds, 1, Border).Over(rows).Select((split, at) => split with { Name = FormattableString.Invariant($"fold {at + 1}") })];
}

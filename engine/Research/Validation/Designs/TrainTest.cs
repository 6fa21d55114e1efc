namespace Workbench.Research.Validation;

/// <summary>One way to part the rows: what is learned from, and what that is tried on.</summary>
/// <param name="Name">Name in tables, from 1.</param>
/// <param name="Train">Rows to learn from, rising; none is tested, none is too near to what is.</param>
/// <param name="Test">Rows to try it on, rising.</param>
public sealed record TrainTest(string Name, IReadOnlyList<int> Train, IReadOnlyList<int> Test)
{
    /// <summary>Numbers of the groups that are tested, where the rows were parted into groups.</summary>
    public IReadOnlyList<int> Groups { get; init; } = [];

    /// <summary>Splits with something to learn from, or a word why there is nothing.</summary>
    /// <exception cref="WorkbenchException">WB4152: the border leaves nothing.</exception>
    internal TrainTest Checked() => Train.Count >= 2 ? this : throw ValidationErrors.NothingToTrain(Name);
}

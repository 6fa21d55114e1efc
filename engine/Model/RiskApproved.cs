namespace Workbench.Model;

/// <summary>Proof that risk has looked at it: brokers accept nothing else, and only the risk gate in Core can make one.</summary>
/// <remarks>A class and not a struct, because a struct's default would be an approval that nobody gave.</remarks>
/// <typeparam name="T">What was approved.</typeparam>
public sealed class RiskApproved<T>
{
    internal RiskApproved(T value) => Value = value;

    /// <summary>What was approved.</summary>
    public T Value { get; }
}

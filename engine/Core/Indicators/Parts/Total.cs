namespace Workbench.Core;

/// <summary>Sum of values, and their sum weighted 1 for the oldest, 2 for the next and so on.</summary>
readonly record struct Total(int Count, double Sum, double Weighted) : IFold<Total>
{
    public double Mean => Sum / Count;

    public static Total Of(double value) => new(1, value, value);

    public Total Then(in Total newer) =>
        new(Count + newer.Count, Sum + newer.Sum, Weighted + newer.Weighted + Count * newer.Sum);
}

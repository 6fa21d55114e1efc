namespace Workbench.Research.Validation;

/// <summary>A price that everybody looks at, from an instant on.</summary>
/// <param name="Price">Raw.</param>
/// <param name="Since">From when it is known, UTC nanoseconds.</param>
/// <param name="Name">Swing high, day's low, round number.</param>
readonly record struct PublicLevel(long Price, long Since, string Name);

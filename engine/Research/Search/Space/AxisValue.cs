namespace Workbench.Research.Search;

/// <summary>One value of an axis.</summary>
/// <param name="Text">As <c>backtest --set</c> takes it, always spelled the same.</param>
/// <param name="Number">What constraints compute with; null where the value is no number.</param>
/// <param name="Unit">Where it lies on the axis, 0 to 1: the middle of its share.</param>
/// <param name="Index">Its place in the order, from 0; null where the axis is continuous.</param>
public readonly record struct AxisValue(string Text, double? Number, double Unit, long? Index);

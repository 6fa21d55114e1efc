namespace Workbench.Research.Evolution;

/// <summary>One step of a flat program; its result goes into the cell of its own number.</summary>
/// <param name="Code">What it does.</param>
/// <param name="First">Cell of its first part.</param>
/// <param name="Second">Cell of its second part.</param>
/// <param name="Number">Its constant.</param>
/// <param name="Slot">The indicator that it reads, or its place of memory.</param>
readonly record struct Step(Code Code, int First, int Second, double Number, int Slot);

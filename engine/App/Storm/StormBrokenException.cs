namespace Workbench.App;

/// <summary>Something that must always hold did not.</summary>
sealed class StormBrokenException(string message) : Exception(message);

namespace Workbench.Simulators;

/// <summary>What can be chosen of any simulator.</summary>
public record LoopbackOptions
{
    /// <summary>Port on 127.0.0.1; 0 = any free one.</summary>
    public int Port { get; init; }

    /// <summary>Seed of all that is drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Key, or token, that callers must show.</summary>
    public string ApiKey { get; init; } = "sim-key";
}

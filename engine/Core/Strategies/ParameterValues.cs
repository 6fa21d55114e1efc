namespace Workbench.Core;

/// <summary>The values of all parameters of one run, defaults included.</summary>
public sealed class ParameterValues
{
    readonly ParameterSet set;
    readonly object?[] values;

    internal ParameterValues(ParameterSet set, object?[] values)
    {
        this.set = set;
        this.values = values;
        Texts = [.. set.Infos.Select((info, i) => new KeyValuePair<string, string>(info.Name, ParameterType.Write(values[i])))];
    }

    /// <summary>Name and canonical text of each value, in the order of declaration: part of the run's identity.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts { get; }

    /// <summary>Name and value of each parameter, in the order of declaration, for writing numbers as numbers.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Values => set.Infos.Select((info, i) => new KeyValuePair<string, object?>(info.Name, values[i]));

    /// <summary>A fresh strategy with these values. Call it once for each run.</summary>
    public Strategy Create() => set.Create(values);

    /// <summary>As one would type them: <c>fast=10 slow=30</c>.</summary>
    public override string ToString() => string.Join(' ', Texts.Select(text => $"{text.Key}={text.Value}"));
}

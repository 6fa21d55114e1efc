namespace Workbench.Core;

/// <summary>A summary of neighbouring values that two summaries make. <c>default</c> summarises nothing.</summary>
interface IFold<T>
    where T : struct, IFold<T>
{
    /// <summary>The summary of these values followed by newer ones.</summary>
    T Then(in T newer);
}

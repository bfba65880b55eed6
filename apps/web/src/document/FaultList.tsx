interface Fault {
  readonly message: string
  readonly mend: string
}

/** What of a template cannot be filled: where, and how to mend it. As the server says it, in Chinese as the template. */
export const FaultList = ({ faults }: { faults: readonly Fault[] }) => (
  <ol className="template-faults" lang="zh-CN">
    {faults.map(({ message, mend }) => (
      <li key={message}>
        {message} <span className="soft">{mend}</span>
      </li>
    ))}
  </ol>
)

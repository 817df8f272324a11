"""The questions an evaluation usually begins with; the secretariat changes them as it likes."""

from typing import Final

from partnership.attendance.choices import QuestionKind

USUAL: Final = (
    (
        QuestionKind.RATING,
        "总体上，您对本次活动满意吗？",
        "Overall, how satisfied are you with the event?",
    ),
    (
        QuestionKind.RATING,
        "活动内容对您的工作有帮助吗？",
        "How useful was the content for your work?",
    ),
    (QuestionKind.RATING, "您对组织和会务满意吗？", "How satisfied are you with the organisation?"),
    (QuestionKind.TEXT, "您将把哪些内容用于工作？", "What will you use in your work?"),
    (QuestionKind.TEXT, "我们下次应作哪些改进？", "What should we do better next time?"),
)

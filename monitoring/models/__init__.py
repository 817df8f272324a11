"""Trainings in monitoring, and what cities survey and report: sites, surveys, samples, waste."""

from monitoring.models.annual_report import AnnualReport, AnnualSubmission
from monitoring.models.column_mapping import ColumnMapping
from monitoring.models.compared_periods import ComparedPeriods
from monitoring.models.litter_count import LitterCount
from monitoring.models.micro_blank import MicroBlank
from monitoring.models.micro_count import MicroCount
from monitoring.models.micro_method import MicroMethod
from monitoring.models.micro_particle import MicroParticle
from monitoring.models.micro_sample import MicroSample, SampleSubmission
from monitoring.models.micro_taking import MicroTaking
from monitoring.models.monitoring_report import MonitoringReport
from monitoring.models.period_result import PeriodResult
from monitoring.models.prepared_file import PreparedFile
from monitoring.models.report_order import ReportOrder
from monitoring.models.report_withdrawal import ReportWithdrawal
from monitoring.models.sampling_unit import SamplingUnit
from monitoring.models.score import Score
from monitoring.models.sea_survey import SeaCount, SeaSubmission, SeaSurvey
from monitoring.models.site_surrounding import SiteSurrounding
from monitoring.models.site_use import SiteUse
from monitoring.models.stored_result import StoredResult
from monitoring.models.survey import Survey
from monitoring.models.survey_animal import SurveyAnimal
from monitoring.models.survey_site import SurveySite
from monitoring.models.survey_submission import SurveySubmission
from monitoring.models.survey_weight import SurveyWeight
from monitoring.models.trainer import Trainer
from monitoring.models.training import Training
from monitoring.models.upload import Upload
from monitoring.models.waste_profile import WasteProfile, WasteSubmission
from monitoring.models.waste_value import WasteValue

__all__ = [
    "AnnualReport",
    "AnnualSubmission",
    "ColumnMapping",
    "ComparedPeriods",
    "LitterCount",
    "MicroBlank",
    "MicroCount",
    "MicroMethod",
    "MicroParticle",
    "MicroSample",
    "MicroTaking",
    "MonitoringReport",
    "PeriodResult",
    "PreparedFile",
    "ReportOrder",
    "ReportWithdrawal",
    "SampleSubmission",
    "SamplingUnit",
    "Score",
    "SeaCount",
    "SeaSubmission",
    "SeaSurvey",
    "SiteSurrounding",
    "SiteUse",
    "StoredResult",
    "Survey",
    "SurveyAnimal",
    "SurveySite",
    "SurveySubmission",
    "SurveyWeight",
    "Trainer",
    "Training",
    "Upload",
    "WasteProfile",
    "WasteSubmission",
    "WasteValue",
]
